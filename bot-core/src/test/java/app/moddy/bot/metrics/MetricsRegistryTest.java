package app.moddy.bot.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted and measured, as Prometheus reads it. */
class MetricsRegistryTest {
    private final MetricsRegistry registry = new MetricsRegistry();
    private final Metrics metrics = registry.of("tea-shop", Runnable::run);

    @AfterEach
    void close() {
        registry.close();
    }

    private List<String> lines() throws Exception {
        return registry.text()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .lines()
                .toList();
    }

    private List<String> linesOfThePlugin() throws Exception {
        return lines().stream().filter(line -> line.contains("tea_shop")).toList();
    }

    @Test
    void aCounterCountsByItsLabels() throws Exception {
        Counter cups = metrics.counter("cups", "Cups that were drunk", "kind");
        cups.increment("Assam");
        cups.add(2, "Assam");
        cups.add(0, "Mate");
        assertThat(linesOfThePlugin())
                .containsExactly(
                        "# HELP moddy_tea_shop_cups_total Cups that were drunk",
                        "# TYPE moddy_tea_shop_cups_total counter",
                        "moddy_tea_shop_cups_total{kind=\"Assam\"} 3.0",
                        "moddy_tea_shop_cups_total{kind=\"Mate\"} 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> cups.add(-1, "Mate"));
    }

    @Test
    void withoutLabelsItIsThereBeforeItHasCounted() throws Exception {
        metrics.counter("spills", "Cups that were spilt");
        assertThat(lines()).contains("moddy_tea_shop_spills_total 0.0");
    }

    @Test
    void aGaugeShowsWhatWasSetLast() throws Exception {
        Gauge pots = metrics.gauge("pots", "Pots on the fire");
        assertThat(lines()).contains("moddy_tea_shop_pots NaN");
        pots.set(3);
        pots.set(2);
        assertThat(lines()).contains("moddy_tea_shop_pots 2.0");
    }

    @Test
    void aHistogramSaysHowManyTookNoLonger() throws Exception {
        Histogram brewing =
                metrics.histogram("brewing", "Brewing", List.of(Duration.ofSeconds(1), Duration.ofMinutes(4)), "kind");
        brewing.observe(Duration.ofMinutes(3), "Assam");
        brewing.observe(Duration.ofSeconds(-1), "Assam");
        assertThat(linesOfThePlugin())
                .contains(
                        "# TYPE moddy_tea_shop_brewing_seconds histogram",
                        "moddy_tea_shop_brewing_seconds_bucket{kind=\"Assam\",le=\"1.0\"} 1",
                        "moddy_tea_shop_brewing_seconds_bucket{kind=\"Assam\",le=\"240.0\"} 2",
                        "moddy_tea_shop_brewing_seconds_bucket{kind=\"Assam\",le=\"+Inf\"} 2",
                        "moddy_tea_shop_brewing_seconds_count{kind=\"Assam\"} 2",
                        "moddy_tea_shop_brewing_seconds_sum{kind=\"Assam\"} 180.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Cups", "cups-of-tea", "1st", "_x", "le", "é"})
    void refusesWhatIsNoName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metrics.counter(name, "x"))
                .withMessageStartingWith("'" + name + "' is no name of a metric or a label");
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.gauge("pots", "x", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cups_total", "cups_info", "cups_bucket", "cups_created", "cups_max", "cups_sum", "count"})
    void refusesEndingsThatPrometheusAddsOrTakesAway(String name) {
        String ending = name.replaceFirst(".*_", "");
        List<Runnable> all = List.of(
                () -> metrics.counter(name, "x"),
                () -> metrics.gauge(name, "x"),
                () -> metrics.histogram(name, "x", List.of()));
        assertThat(all)
                .allSatisfy(make -> assertThatIllegalArgumentException()
                        .isThrownBy(make::run)
                        .withMessage("a metric can not be named '" + name + "': the ending " + ending
                                + " belongs to Prometheus, which adds it where it fits; leave it out"));
        metrics.gauge("pots", "a label may", name);
    }

    @Test
    void whatNeverChangesIsALabelOfAnInfo() throws Exception {
        registry.info("build", "The version", "version", "1.2");
        assertThat(lines()).contains("# TYPE moddy_build_info gauge", "moddy_build_info{version=\"1.2\"} 1");
    }

    @Test
    void refusesANameThatIsTaken() {
        metrics.counter("cups", "x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> metrics.gauge("cups", "x"))
                .withMessage("there is a metric moddy_tea_shop_cups already");
        registry.core().counter("cups", "another's is no matter");
    }

    @Test
    void refusesTooFewAndTooManyValuesOfLabels() {
        Counter cups = metrics.counter("cups", "x", "kind", "size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cups.increment("Assam"))
                .withMessage("the metric moddy_tea_shop_cups has the labels [kind, size], and got values: 1");
        assertThatIllegalArgumentException().isThrownBy(() -> cups.increment("Assam", "large", "hot"));
    }

    @Test
    void aLabelWithoutEndTakesNoMemoryWithoutEnd() throws Exception {
        Counter cups = metrics.counter("cups", "x", "guest");
        for (int guest = 0; guest < 1_800; guest++) {
            cups.increment("guest " + guest);
        }
        cups.increment("guest 7");
        assertThat(linesOfThePlugin()).hasSize(2 + 1_001).contains("moddy_tea_shop_cups_total{guest=\"other\"} 800.0");
        assertThat(lines()).contains("moddy_tea_shop_cups_total{guest=\"guest 7\"} 2.0");
    }

    @Test
    void isAskedAnewAtEachLook() throws Exception {
        Gauge pots = metrics.gauge("pots", "x");
        AtomicInteger looks = new AtomicInteger();
        metrics.beforeEachLook(() -> {
            pots.set(looks.incrementAndGet());
            return CompletableFuture.completedStage("");
        });
        assertThat(lines()).contains("moddy_tea_shop_pots 1.0");
        assertThat(lines()).contains("moddy_tea_shop_pots 2.0");
    }

    @Test
    void whoThrowsOrFailsOrNeverEndsLeavesTheOthersAlone() throws Exception {
        AtomicInteger hanging = new AtomicInteger();
        metrics.beforeEachLook(() -> {
            throw new IllegalStateException("planted");
        });
        metrics.beforeEachLook(() -> CompletableFuture.failedStage(new IllegalStateException("planted")));
        metrics.beforeEachLook(() -> {
            hanging.incrementAndGet();
            return new CompletableFuture<>();
        });
        Gauge pots = metrics.gauge("pots", "x");
        metrics.beforeEachLook(() -> {
            pots.set(1);
            return CompletableFuture.completedStage("");
        });
        assertThat(lines()).contains("moddy_tea_shop_pots 1.0");
        assertThat(lines()).contains("moddy_tea_shop_pots 1.0");
        assertThat(hanging).as("while it hangs it is not asked again").hasValue(1);
    }

    @Test
    void theJvmIsShownToo() throws Exception {
        assertThat(lines())
                .anySatisfy(line -> assertThat(line).startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .anySatisfy(line -> assertThat(line).startsWith("jvm_threads_live_threads "))
                .anySatisfy(line -> assertThat(line).startsWith("jvm_gc_"))
                .anySatisfy(line -> assertThat(line).startsWith("process_cpu_usage "));
    }

    @Test
    void allNamesAreOnesThatPrometheusTakes() throws Exception {
        assertThat(lines())
                .filteredOn(line -> !line.startsWith("#"))
                .allSatisfy(line -> assertThat(line).matches("[a-z][a-z0-9_]*(\\{.*})? \\S+"));
    }
}
