package app.moddy.dist.proof;

import app.moddy.sandbox.SandboxUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Backends that post at once, each one request after the other, to users of its own. A request with a key is made again until
 * it is answered; another is made once.
 */
final class Backends implements AutoCloseable {
    private final Balancer bots;
    private final Ledger ledger;
    private final List<SandboxUser> users;
    private final Random random;
    private final Map<SandboxUser, Integer> numbers = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
    private CountDownLatch stopping = new CountDownLatch(1);

    Backends(Balancer bots, Ledger ledger, List<SandboxUser> users, Random random) {
        this.bots = bots;
        this.ledger = ledger;
        this.users = users;
        this.random = random;
    }

    /**
     * Starts so many, who share the users out, and go on until they are stopped.
     *
     * @param pause of each between two requests; zero: the next one follows an answer at once
     */
    void start(int many, Duration pause) {
        stopping = new CountDownLatch(1);
        for (int i = 0; i < many; i++) {
            List<SandboxUser> own = shareOf(i, many);
            Random chance = new Random(random.nextLong());
            run(i, () -> {
                do {
                    post(own.get(chance.nextInt(own.size())), chance.nextBoolean());
                } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
            });
        }
    }

    /** Posts one to each user; returns when all are answered. */
    void postToEach(int many) throws InterruptedException {
        for (int i = 0; i < many; i++) {
            List<SandboxUser> own = shareOf(i, many);
            run(i, () -> {
                for (SandboxUser user : own) {
                    post(user, true);
                }
            });
        }
        stop();
    }

    private List<SandboxUser> shareOf(int backend, int many) {
        List<SandboxUser> own = new ArrayList<>();
        for (int i = backend; i < users.size(); i += many) {
            own.add(users.get(i));
        }
        return own;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private void run(int number, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Throwable e) { // whatever it is, the test shall hear of it
                        faults.add(e);
                    }
                },
                "backend-" + number);
        thread.start();
        threads.add(thread);
    }

    private void post(SandboxUser user, boolean keyed) throws InterruptedException {
        String text = user.name() + "n" + numbers.merge(user, 1, Integer::sum);
        NotifyRequest request = new NotifyRequest(user, text, keyed);
        while (!isAnswered(request)) {
            if (!keyed) {
                ledger.unanswered(text);
                return;
            }
        }
    }

    /** Makes the request once; false: no answer that says what became of it. */
    private boolean isAnswered(NotifyRequest request) throws InterruptedException {
        long began = System.nanoTime();
        BotProcess bot = bots.next();
        try {
            HttpResponse<String> answer = bot.send(request.to(bot));
            if (answer.statusCode() == 200 || answer.statusCode() == 202) {
                ledger.promised(request.promise(answer.body()), began);
                return true;
            }
            ledger.refused(Refusal.of(answer, began));
        } catch (IOException e) {
            ledger.refused(Refusal.of(e, began));
        }
        return false;
    }

    /** Returns when all have the answer to their last request. */
    void stop() throws InterruptedException {
        stopping.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
        if (!faults.isEmpty()) {
            throw new AssertionError("a backend failed: " + faults, faults.peek());
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        threads.forEach(Thread::interrupt);
    }
}
