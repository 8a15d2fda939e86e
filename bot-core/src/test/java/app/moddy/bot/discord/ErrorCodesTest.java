package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Verdict.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {
    /** Every code of the fact sheet's table, with the status that it was observed with. */
    @ParameterizedTest
    @CsvSource({
        "404, 10003, CHANNEL_GONE",
        "404, 10004, REFUSED",
        "404, 10007, REFUSED",
        "404, 10008, DONE",
        "404, 10011, REFUSED",
        "404, 10013, USER_NOT_FOUND",
        "404, 10015, REFUSED",
        "404, 10062, REFUSED",
        "404, 10063, REFUSED",
        "403, 20001, REFUSED",
        "400, 20009, REFUSED",
        "429, 20016, NOT_NOW",
        "403, 20026, NOT_NOW",
        "429, 20028, NOT_NOW",
        "429, 20029, NOT_NOW",
        "400, 30005, REFUSED",
        "400, 30007, REFUSED",
        "400, 30034, REFUSED",
        "429, 30034, NOT_NOW",
        "429, 30046, NOT_NOW",
        "401, 40001, NOT_NOW",
        "403, 40002, REFUSED",
        "403, 40003, NOT_NOW",
        "400, 40003, NOT_NOW",
        "403, 40004, NOT_NOW",
        "413, 40005, REFUSED",
        "400, 40006, NOT_NOW",
        "400, 40060, REFUSED",
        "429, 40062, NOT_NOW",
        "503, 40062, NOT_NOW",
        "400, 40094, REFUSED",
        "403, 40333, REFUSED",
        "403, 50001, REFUSED",
        "400, 50003, REFUSED",
        "403, 50005, REFUSED",
        "400, 50006, REFUSED",
        "403, 50007, DM_CLOSED",
        "400, 50007, DM_CLOSED",
        "400, 50008, REFUSED",
        "403, 50009, REFUSED",
        "403, 50013, REFUSED",
        "401, 50014, NOT_NOW",
        "400, 50024, REFUSED",
        "401, 50027, NOT_NOW",
        "400, 50028, REFUSED",
        "400, 50033, USER_NOT_FOUND",
        "400, 50035, REFUSED",
        "400, 50109, REFUSED",
        "403, 50278, USER_NOT_FOUND",
        "503, 110001, NOT_NOW",
        "503, 130000, NOT_NOW",
        "429, 130000, NOT_NOW",
        "400, 200000, REFUSED",
        "403, 240000, REFUSED",
        "401, 0, NOT_NOW",
        "403, 0, REFUSED",
        "404, 0, REFUSED",
        "429, 0, NOT_NOW",
        "500, 0, UNKNOWN",
        "502, 0, UNKNOWN",
        "503, 0, UNKNOWN",
        "504, 0, UNKNOWN",
        "520, 0, UNKNOWN",
        "529, 0, UNKNOWN",
        "200, 0, DONE",
    })
    void readsTheCodeFirstAndTheStatusWhereItHasNoMeaningForUs(int status, int code, Kind kind) {
        assertThat(ErrorCodes.verdict(status, code).kind()).isEqualTo(kind);
    }
}
