package app.moddy.dist.proof;

import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Backends that post at once, each one request after the other, to users of its own. A request with a key is made again until
 * it is answered; another is made once.
 */
final class Backends implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BotProcess bot;
    private final Ledger ledger;
    private final Duration pause;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();

    /** @param pause of each backend between two requests; zero: the next one follows an answer at once */
    Backends(BotProcess bot, Ledger ledger, Duration pause) {
        this.bot = bot;
        this.ledger = ledger;
        this.pause = pause;
    }

    /** Starts so many, who share these users out. */
    void start(int many, List<SandboxUser> users, RandomGenerator random) {
        for (int i = 0; i < many; i++) {
            int first = i;
            List<SandboxUser> own = new ArrayList<>();
            for (int u = first; u < users.size(); u += many) {
                own.add(users.get(u));
            }
            RandomGenerator chance = new java.util.Random(random.nextLong());
            Thread thread = new Thread(() -> post(own, chance), "backend-" + i);
            thread.start();
            threads.add(thread);
        }
    }

    private void post(List<SandboxUser> users, RandomGenerator random) {
        Map<String, Integer> numbers = new TreeMap<>();
        try {
            do {
                SandboxUser user = users.get(random.nextInt(users.size()));
                int number = numbers.merge(user.name(), 1, Integer::sum);
                post(user, user.name() + "n" + number, random.nextBoolean());
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (Throwable e) { // whatever it is, the test shall hear of it
            faults.add(e);
        }
    }

    private void post(SandboxUser user, String text, boolean keyed) throws InterruptedException {
        while (!answered(user, text, keyed)) {
            if (!keyed) {
                ledger.unanswered(text);
                return;
            }
        }
    }

    /** Makes the request once; false: no answer that says what became of it. */
    private boolean answered(SandboxUser user, String text, boolean keyed) throws InterruptedException {
        HttpRequest.Builder request = bot.request("/internal/notify")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"discord_id":"%s","action":"subscription_updated","metadata":{"message":"%s"}}""".formatted(
                        user.id(), text)));
        if (keyed) {
            request.header("Idempotency-Key", text);
        }
        long begin = System.nanoTime();
        try {
            HttpResponse<String> answer = bot.send(request);
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() != 200 && answer.statusCode() != 202) {
                refusals.add(answer.statusCode() + " " + answer.body());
                return false;
            }
            Duration latency = Duration.ofNanos(System.nanoTime() - begin);
            ledger.promised(
                    new Ledger.Promise(body.path("notification_id").asText(), user.name(), text, keyed), latency);
            return true;
        } catch (IOException e) { // refused, cut off, or no answer in time
            refusals.add(e.toString());
            return false;
        }
    }

    /** Answers other than 200 and 202, and requests without any. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Returns when all have the answer to their last request. */
    void stop() throws InterruptedException {
        stopping.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
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
