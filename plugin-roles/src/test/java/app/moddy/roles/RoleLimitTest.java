package app.moddy.roles;

import static app.moddy.roles.NotNowTest.retryAfter;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.BotExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Discord's limit for changes of roles. */
class RoleLimitTest {
    @RegisterExtension
    private final BotExtension bot =
            BotExtension.create().startedByTest().rateLimit("member roles", 2, Duration.ofMinutes(1));

    private final RoleScene scene = new RoleScene(bot);

    @Test
    void moreRolesThanDiscordTakesAtATime() {
        scene.start();
        List<String> many =
                List.of(scene.max().id(), scene.basic().id(), scene.premium().id());
        assertThat(retryAfter(scene.change(many, List.of()))).isPositive();
        assertThat(scene.changes()).containsExactly("PUT Max", "PUT Basic");
    }
}
