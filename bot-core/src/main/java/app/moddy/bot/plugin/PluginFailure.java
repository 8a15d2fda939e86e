package app.moddy.bot.plugin;

import app.moddy.bot.message.TemplateFaultException;
import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says in one text why a plugin failed. */
final class PluginFailure {
    private PluginFailure() {}

    /** Whether the reason says all there is, so that a stack trace would only hide it. */
    static boolean isExplained(Throwable failure) {
        return failure instanceof PluginFault
                || failure instanceof TemplateFaultException
                || (failure instanceof CreationException wiring
                        && wiring.getErrorMessages().stream()
                                .allMatch(message -> message.getCause() instanceof PluginFault));
    }

    static String reason(Throwable failure) {
        if (failure instanceof CreationException wiring) {
            return reason(wiring.getErrorMessages());
        }
        if (failure instanceof ProvisionException wiring) {
            return reason(wiring.getErrorMessages());
        }
        return isExplained(failure) ? String.valueOf(failure.getMessage()) : failure.toString();
    }

    private static String reason(Collection<Message> messages) {
        return messages.stream()
                .map(message -> message.getCause() == null ? message.getMessage() : reason(message.getCause()))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
