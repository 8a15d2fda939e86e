package app.moddy.bot.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the plugins for their details, all at once. Thread-safe. */
final class HealthDetails {
    private static final Logger log = LoggerFactory.getLogger(HealthDetails.class);

    /** What was asked and has not ended, with its answer, which is there after a second in any case. */
    private final Map<HealthDetail, CompletionStage<PluginDetail>> underWay = new ConcurrentHashMap<>();

    private final Set<HealthDetail> failing = ConcurrentHashMap.newKeySet();

    /** Theirs, in their order. The stage never ends exceptionally. */
    CompletionStage<List<PluginDetail>> of(List<RunningPlugin> plugins) {
        List<CompletionStage<PluginDetail>> asked = plugins.stream()
                .flatMap(plugin -> plugin.contributions().details().stream().map(detail -> ask(plugin, detail)))
                .toList();
        CompletionStage<List<PluginDetail>> all = CompletableFuture.completedStage(List.of());
        for (CompletionStage<PluginDetail> one : asked) {
            all = all.thenCombine(one, HealthDetails::and);
        }
        return all;
    }

    /** One that has not ended since it was asked before is not asked again: it would take thread after thread. */
    private synchronized CompletionStage<PluginDetail> ask(RunningPlugin running, HealthDetail detail) {
        CompletionStage<PluginDetail> before = underWay.get(detail);
        if (before != null) {
            return before;
        }
        CompletableFuture<Map<String, Object>> call = begun(running, detail);
        CompletionStage<PluginDetail> answer = inTime(running, detail, call);
        underWay.put(detail, answer);
        var unused = call.whenComplete((values, failure) -> underWay.remove(detail));
        return answer;
    }

    private CompletionStage<PluginDetail> inTime(
            RunningPlugin running, HealthDetail detail, CompletableFuture<Map<String, Object>> call) {
        return call.copy()
                .orTimeout(PluginDetail.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .thenApply(values -> {
                    PluginDetail checked = PluginDetail.of(running.name(), detail, values, running.threads());
                    failing.remove(detail);
                    return checked;
                })
                .exceptionally(failure -> failed(running.name(), detail, failure));
    }

    private static CompletableFuture<Map<String, Object>> begun(RunningPlugin running, HealthDetail detail) {
        try {
            return CompletableFuture.supplyAsync(detail::detail, running.threads())
                    .thenCompose(Function.identity());
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(full);
        }
    }

    /** Logged once, not at each look. */
    private PluginDetail failed(String plugin, HealthDetail detail, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        boolean isLate = cause instanceof TimeoutException;
        String fault = isLate ? PluginDetail.LATE : PluginDetail.FAILS;
        if (failing.add(detail)) {
            log.warn("Health detail {} of plugin {}: {}", detail.name(), plugin, fault, isLate ? null : cause);
        }
        return PluginDetail.failed(plugin, detail, fault);
    }

    private static List<PluginDetail> and(List<PluginDetail> details, PluginDetail next) {
        List<PluginDetail> more = new ArrayList<>(details);
        more.add(next);
        return more;
    }
}
