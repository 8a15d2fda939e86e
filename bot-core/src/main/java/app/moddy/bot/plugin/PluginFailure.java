package app.moddy.bot.plugin;

import app.moddy.bot.message.TemplateFaultException;
import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a plugin failed, told twice: to who asks over HTTP or in Discord, without a class's name or anything else of the
 * inside, and to the log.
 *
 * @param reason for who asks
 * @param detail for the log
 * @param faults the same as the log tells, each thing that is to be mended for itself
 * @param explained whether the detail says all there is, so that a stack trace would only hide it
 */
record PluginFailure(String reason, String detail, List<String> faults, boolean explained) {
    private static final String BROKEN = "it is broken; the log says where";
    private static final String UNWIRED = "its parts do not fit together; the log says which";

    PluginFailure {
        faults = List.copyOf(faults);
    }

    /** @param own where the plugin's own code is */
    static PluginFailure of(Throwable failure, OwnPackages own) {
        if (failure instanceof PluginFault fault) {
            return told(fault);
        }
        if (failure instanceof TemplateFaultException templates) {
            String message = String.valueOf(failure.getMessage());
            return new PluginFailure(message, message, templates.faults(), true);
        }
        if (failure instanceof CreationException wiring) {
            return of(wiring.getErrorMessages(), own);
        }
        if (failure instanceof ProvisionException wiring) {
            return of(wiring.getErrorMessages(), own);
        }
        return MissingCode.in(failure, own)
                .map(known -> new PluginFailure(known.reason(), known.detail(), List.of(known.detail()), false))
                .orElseGet(
                        () -> new PluginFailure(BROKEN, failure.toString(), List.of(withStackTrace(failure)), false));
    }

    private static PluginFailure told(PluginFault fault) {
        return new PluginFailure(
                fault.reason(), fault.detail(), fault.detail().lines().toList(), true);
    }

    private static PluginFailure of(Collection<Message> messages, OwnPackages own) {
        List<PluginFailure> parts =
                messages.stream().map(message -> of(message, own)).toList();
        return new PluginFailure(
                joined(parts.stream().map(PluginFailure::reason).toList()),
                joined(parts.stream().map(PluginFailure::detail).toList()),
                parts.stream()
                        .flatMap(part -> part.faults().stream())
                        .distinct()
                        .toList(),
                parts.stream().allMatch(PluginFailure::explained));
    }

    private static PluginFailure of(Message message, OwnPackages own) {
        if (message.getCause() != null) {
            return of(message.getCause(), own);
        }
        String detail = message.getMessage() + " (" + message.getSource() + ")";
        return new PluginFailure(UNWIRED, detail, List.of(detail), true);
    }

    private static String joined(Collection<String> parts) {
        return parts.stream().distinct().collect(Collectors.joining("; "));
    }

    private static String withStackTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString().stripTrailing();
    }
}
