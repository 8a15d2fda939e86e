package app.moddy.benchmarks;

/** Something that is measured; prints a table. */
@FunctionalInterface
interface Benchmark {
    /** Measures. Fails when what is measured does not do what it should. */
    void run(Setting setting) throws Exception;
}
