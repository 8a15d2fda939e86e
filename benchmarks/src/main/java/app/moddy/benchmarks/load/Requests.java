package app.moddy.benchmarks.load;

import java.nio.charset.StandardCharsets;

/** Requests of a backend, one for each user in turn, made beforehand: the load shall cost little. For one thread. */
public final class Requests {
    private static final String BODY = """
            {"discord_id":"%d","action":"subscription_created","plan":"moddy_max","metadata":{"subscription_id":"sub_1ABC23DEF456GHI",\
            "customer_id":"cus_ABC123DEF456","subscription_type":"yearly","amount":9900,"currency":"eur","email":"user@example.com",\
            "phone":"+33612345678"}}""";

    private final byte[][] all;
    private int next;

    private Requests(byte[][] all) {
        this.all = all;
    }

    /**
     * {@code POST /internal/notify} for these users.
     *
     * @param secret the bearer token
     * @param firstUser the id of the first; the others' follow it
     */
    public static Requests notify(String secret, long firstUser, int users) {
        return post("/internal/notify", secret, firstUser, users);
    }

    /** The same to another path. */
    public static Requests post(String path, String secret, long firstUser, int users) {
        byte[][] all = new byte[users][];
        for (int i = 0; i < users; i++) {
            byte[] body = BODY.formatted(firstUser + i).getBytes(StandardCharsets.UTF_8);
            String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + secret
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
            all[i] = (head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }
        return new Requests(all);
    }

    /** {@code GET} of this path. */
    public static Requests get(String secret, String path) {
        String head = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + secret + "\r\n\r\n";
        return new Requests(new byte[][] {head.getBytes(StandardCharsets.UTF_8)});
    }

    byte[] next() {
        byte[] request = all[next];
        next = (next + 1) % all.length;
        return request;
    }
}
