package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RoleChangeTest {
    private static final Snowflake ANY = new Snowflake(123456789012345678L);

    private static String reason(String given) {
        return new RoleChange(RoleChange.Kind.ADD, ANY, ANY, ANY, given).reason();
    }

    @Test
    void aReasonIsCutToWhatDiscordTakes() {
        assertThat(reason("x".repeat(512))).isEqualTo("x".repeat(512));
        assertThat(reason("x".repeat(513))).isEqualTo("x".repeat(511) + "…");
        assertThat(reason("x".repeat(510) + "🎉🎉")).as("no half characters").isEqualTo("x".repeat(510) + "…");
    }

    @Test
    void aReasonIsNeverBlank() {
        assertThatIllegalArgumentException().isThrownBy(() -> reason(" ")).withMessage("the audit log needs a reason");
    }
}
