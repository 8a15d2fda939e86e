package app.moddy.bot.plugin;

import app.moddy.bot.message.TemplateFaultException;
import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a plugin failed, told twice: to who asks over HTTP or in Discord, without a class's name or anything else of the
 * inside, and to the log.
 *
 * @param reason for who asks
 * @param detail for the log
 * @param explained whether the detail says all there is, so that a stack trace would only hide it
 */
record PluginFailure(String reason, String detail, boolean explained) {
    private static final String BROKEN = "it is broken; the log says where";
    private static final String UNWIRED = "its parts do not fit together; the log says which";

    static PluginFailure of(Throwable failure) {
        if (failure instanceof PluginFault fault) {
            return new PluginFailure(String.valueOf(fault.getMessage()), fault.detail(), true);
        }
        if (failure instanceof TemplateFaultException) {
            String message = String.valueOf(failure.getMessage());
            return new PluginFailure(message, message, true);
        }
        if (failure instanceof CreationException wiring) {
            return of(wiring.getErrorMessages());
        }
        if (failure instanceof ProvisionException wiring) {
            return of(wiring.getErrorMessages());
        }
        return MissingCode.in(failure)
                .map(PluginFailure::of)
                .map(known -> new PluginFailure(known.reason(), known.detail(), false))
                .orElseGet(() -> new PluginFailure(BROKEN, failure.toString(), false));
    }

    private static PluginFailure of(Collection<Message> messages) {
        List<PluginFailure> parts = messages.stream().map(PluginFailure::of).toList();
        return new PluginFailure(
                joined(parts.stream().map(PluginFailure::reason).toList()),
                joined(parts.stream().map(PluginFailure::detail).toList()),
                parts.stream().allMatch(PluginFailure::explained));
    }

    private static PluginFailure of(Message message) {
        return message.getCause() == null
                ? new PluginFailure(UNWIRED, message.getMessage() + " (" + message.getSource() + ")", true)
                : of(message.getCause());
    }

    private static String joined(Collection<String> parts) {
        return parts.stream().distinct().collect(Collectors.joining("; "));
    }
}
