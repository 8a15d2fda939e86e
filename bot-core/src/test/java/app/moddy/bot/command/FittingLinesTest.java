package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FittingLinesTest {
    private static String in(int room) {
        return FittingLines.of(List.of("one", "two", "three"), room, left -> "+" + left);
    }

    @Test
    void areAllThereWhenThereIsRoomAndElseSayHowManyAreNot() {
        assertThat(in(13)).isEqualTo("one\ntwo\nthree");
        assertThat(in(12)).isEqualTo("one\ntwo\n+1");
        assertThat(in(9)).isEqualTo("one\n+2");
        assertThat(in(5)).isEqualTo("+3");
        assertThat(FittingLines.of(List.of(), 5, left -> "+" + left)).isEmpty();
    }
}
