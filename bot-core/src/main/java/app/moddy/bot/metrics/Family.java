package app.moddy.bot.metrics;

import io.micrometer.core.instrument.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One metric: a meter for each combination of its labels' values. Thread-safe. */
final class Family<M> {
    private static final Logger log = LoggerFactory.getLogger(Family.class);

    /** A label that turns out to have no end of values must not take all memory; the outcomes of 120 actions are fewer. */
    private static final int MOST = 1_000;

    private final String name;
    private final List<String> labels;
    private final Function<List<Tag>, M> register;
    private final Map<List<String>, M> meters = new ConcurrentHashMap<>();
    private final AtomicBoolean isTold = new AtomicBoolean();

    Family(String name, List<String> labels, Function<List<Tag>, M> register) {
        this.name = name;
        this.labels = labels;
        this.register = register;
        if (labels.isEmpty()) {
            of(); // shown from the start: a rate needs the zero before the first one
        }
    }

    M of(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(
                    "the metric " + name + " has the labels " + labels + ", and got values: " + values.length);
        }
        List<String> key = List.of(values);
        M known = meters.get(key);
        return known == null ? meters.computeIfAbsent(bounded(key), this::registered) : known;
    }

    private List<String> bounded(List<String> key) {
        if (meters.size() < MOST) {
            return key;
        }
        if (isTold.compareAndSet(false, true)) {
            log.warn("The metric {} has over {} combinations of {}; further ones count as other", name, MOST, labels);
        }
        return Collections.nCopies(labels.size(), "other");
    }

    private M registered(List<String> values) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            tags.add(Tag.of(labels.get(i), values.get(i)));
        }
        return register.apply(tags);
    }
}
