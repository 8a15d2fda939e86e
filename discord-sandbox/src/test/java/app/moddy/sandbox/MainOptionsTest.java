package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said to the sandbox as a process. */
class MainOptionsTest {
    private static MainOptions read(String... arguments) {
        return MainOptions.read(List.of(arguments), name -> null);
    }

    @Test
    void takesAValueAfterABlankOrAnEqualsSign() {
        assertThat(read("--port=0", "--rate-limits", "off", "--token=a=b"))
                .isEqualTo(new MainOptions(0, "a=b", false, 0));
        assertThat(read()).isEqualTo(new MainOptions(7080, null, true, 0));
    }

    @Test
    void anArgumentCountsMoreThanAVariable() {
        Map<String, String> environment = Map.of("SANDBOX_PORT", "1", "SANDBOX_MEMBERS", "2");
        assertThat(MainOptions.read(List.of("--port", "3"), environment::get))
                .isEqualTo(new MainOptions(3, null, true, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --prot=1            | Unknown option --prot; there are --port, --token, --rate-limits, --members
            --prot              | Unknown option --prot; there are --port, --token, --rate-limits, --members
            7080                | Unknown option 7080; there are --port, --token, --rate-limits, --members
            --port              | --port needs a value
            --port=many         | --port is a number from 0 to 65535, not many
            --port=65536        | --port is a number from 0 to 65535, not 65536
            --rate-limits=maybe | --rate-limits is on or off, not maybe
            """)
    void refusesWhatItDoesNotKnow(String argument, String message) {
        assertThatThrownBy(() -> read(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
