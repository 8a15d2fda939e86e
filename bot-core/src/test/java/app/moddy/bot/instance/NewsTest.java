package app.moddy.bot.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NewsTest {
    private final AtomicReference<OptionalLong> gateway = new AtomicReference<>(OptionalLong.empty());
    private final AtomicInteger told = new AtomicInteger();
    private final News news = new News(Runnable::run, Set::of, gateway::get);

    /** The process was asleep, and its heart was the first to beat again. */
    @Test
    void thatTheGatewayWasAwayIsToldAlsoWhenNobodyHasSeenIt() {
        news.whenGatewayChanges(told::incrementAndGet);
        gateway.set(OptionalLong.of(1));
        news.beaten();
        news.beaten();
        news.look();
        assertThat(told).hasValue(1);
        gateway.set(OptionalLong.of(2));
        news.look();
        assertThat(told).hasValue(2);
        gateway.set(OptionalLong.empty());
        news.beaten();
        assertThat(told).hasValue(3);
    }
}
