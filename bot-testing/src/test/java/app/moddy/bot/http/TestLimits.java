package app.moddy.bot.http;

import java.time.Duration;

/** The usual limits with some shorter ones, so that a test need not wait for those. */
final class TestLimits {
    private Duration header = Limits.DEFAULTS.header();
    private Duration body = Limits.DEFAULTS.body();
    private Duration idle = Limits.DEFAULTS.idle();
    private Duration turn = Limits.DEFAULTS.turn();
    private Duration route = Limits.DEFAULTS.route();
    private Duration write = Limits.DEFAULTS.write();
    private Duration linger = Limits.DEFAULTS.linger();
    private Duration wrongSecret = Limits.DEFAULTS.wrongSecret();
    private int connections = Limits.DEFAULTS.connections();
    private int workers = Limits.DEFAULTS.workers();
    private int queue = Limits.DEFAULTS.queue();

    private TestLimits() {}

    static TestLimits with() {
        return new TestLimits();
    }

    TestLimits header(Duration limit) {
        header = limit;
        return this;
    }

    TestLimits body(Duration limit) {
        body = limit;
        return this;
    }

    TestLimits idle(Duration limit) {
        idle = limit;
        return this;
    }

    TestLimits turn(Duration limit) {
        turn = limit;
        return this;
    }

    TestLimits route(Duration limit) {
        route = limit;
        return this;
    }

    TestLimits write(Duration limit) {
        write = limit;
        return this;
    }

    TestLimits linger(Duration limit) {
        linger = limit;
        return this;
    }

    TestLimits wrongSecret(Duration limit) {
        wrongSecret = limit;
        return this;
    }

    TestLimits connections(int limit) {
        connections = limit;
        return this;
    }

    TestLimits workers(int number, int waiting) {
        workers = number;
        queue = waiting;
        return this;
    }

    Limits make() {
        return new Limits(header, body, idle, turn, route, write, linger, wrongSecret, connections, workers, queue);
    }
}
