package app.moddy.bot.discord;

import java.net.ConnectException;
import java.net.UnknownHostException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;

/** Why a login did not succeed, in words for an operator. Other libraries' messages may quote the token: none is passed on. */
final class LoginFailure {
    private LoginFailure() {}

    static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "its address is not known here (no internet?)";
            }
            if (cause instanceof ConnectException) {
                return "nobody answers at its address";
            }
        }
        if (failure instanceof ErrorResponseException answer
                && ErrorCodes.verdict(answer).isPresent()) {
            return "it answers " + ErrorCodes.describe(answer);
        }
        return failure.getClass().getSimpleName();
    }
}
