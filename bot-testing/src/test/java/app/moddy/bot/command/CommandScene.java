package app.moddy.bot.command;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.time.SettableClock;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.JDA;

/** Commands on a sandbox, registered, with a clock that the test moves. Olga is the owner, Ada staff, Bob nobody. */
final class CommandScene implements AutoCloseable {
    private final Scene scene = Scene.open();
    private final SettableClock clock = new SettableClock();
    private final SandboxUser olga = scene.discord().user("olga").joins(scene.guild());
    private final JDA jda;

    private CommandScene(List<Served> served) throws InterruptedException {
        jda = SandboxCommands.login(scene.discord(), SandboxCommands.dispatcher(scene, clock, served));
        Eventually.isTrue(
                "registered",
                () -> scene.discord().commands(scene.guild()).size()
                                + scene.discord().globalCommands().size()
                        == served.size());
    }

    static CommandScene of(Served... served) throws InterruptedException {
        return new CommandScene(List.of(served));
    }

    Scene scene() {
        return scene;
    }

    SettableClock clock() {
        return clock;
    }

    SandboxUser ada() {
        return scene.ada();
    }

    SandboxUser bob() {
        return scene.bob();
    }

    SandboxUser olga() {
        return olga;
    }

    /** What a user is answered in the guild. */
    String answer(SandboxUser user, String command) {
        return reply(user, command, Map.of()).content();
    }

    SandboxReply reply(SandboxUser user, String command, Map<String, ?> options) {
        return user.in(scene.guild()).runs(command, options).await();
    }

    @Override
    public void close() {
        jda.shutdownNow();
        scene.close();
    }
}
