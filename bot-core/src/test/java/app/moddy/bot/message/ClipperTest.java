package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipperTest {
    @Test
    void leavesATextThatFitsAlone() {
        assertThat(Clipper.clip("12345", 5)).isEqualTo("12345");
    }

    @Test
    void endsWithAnEllipsisWithinTheLimit() {
        assertThat(Clipper.clip("123456", 5)).isEqualTo("1234…");
        assertThat(Clipper.clip("123 456", 5)).isEqualTo("123…");
    }

    /** Each of these is one thing: a family, a flag, combining marks, a mention, a timestamp, an escaped character, … */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "👨‍👩‍👧‍👦", "🇫🇷", "e\u0301\u0302", "👍🏽", "<@123456789012345678>", "<t:1705768200:D>",
                "\\*", "\\\\", "\\<", "\r\n", "한", "\\👨‍👩‍👧"
            })
    void keepsOrDropsAsAWhole(String whole) {
        String text = "ab" + whole + "cdefghij";
        int withIt = 2 + whole.length() + 1;
        for (int max = 3; max < withIt; max++) {
            assertThat(Clipper.clip(text, max)).isEqualTo("ab…");
        }
        assertThat(Clipper.clip(text, withIt)).isEqualTo(("ab" + whole).stripTrailing() + "…");
    }

    @Test
    void doesNotTakeAnEscapedAngleBracketForAMention() {
        assertThat(Clipper.clip("\\<t:1705768200:D>", 10)).isEqualTo("\\<t:17057…");
    }

    @Test
    void keepsNothingOfAClusterThatIsLongerThanTheLimit() {
        assertThat(Clipper.clip("a" + "\u0301".repeat(5000), 1024)).isEqualTo("…");
    }

    @Test
    void cutsAllLongTextsToOneLevelAndLeavesShortOnesWhole() {
        assertThat(FairLimit.level(new int[] {10, 20, 30}, 60)).isEqualTo(Integer.MAX_VALUE);
        assertThat(FairLimit.level(new int[] {10, 100, 50}, 70)).isEqualTo(30);
        assertThat(FairLimit.level(new int[] {10, 40, 500}, 100)).isEqualTo(50);
        assertThat(FairLimit.level(new int[] {}, 10)).isEqualTo(Integer.MAX_VALUE);
    }
}
