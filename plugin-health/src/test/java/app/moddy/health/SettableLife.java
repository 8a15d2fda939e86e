package app.moddy.health;

import app.moddy.bot.instance.Instance;
import com.google.inject.AbstractModule;

/** An instance that is live or not as the test wishes: a replacement for core's own. */
final class SettableLife extends AbstractModule {
    private volatile boolean live = true;

    void set(boolean now) {
        live = now;
    }

    @Override
    protected void configure() {
        bind(Instance.class).toInstance(new Instance() {
            @Override
            public String id() {
                return "of-the-test";
            }

            @Override
            public boolean isLive() {
                return live;
            }

            @Override
            public long absences() {
                return 0;
            }

            @Override
            public void whenOthersChange(Runnable then) {}
        });
    }
}
