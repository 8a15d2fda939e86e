package app.moddy.bot.http;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer other than success: thrown by a route, or what its stage completes with. Not logged: it is no bug. */
public final class ApiException extends RuntimeException {
    private final String error;
    private final transient ApiResponse response;

    private ApiException(String error, ApiResponse response) {
        super(error, null, false, false);
        this.error = error;
        this.response = response;
    }

    /**
     * 422: fields are wrong.
     *
     * @param faults all of them at once, at least one
     */
    public static ApiException invalid(List<FieldFault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("an invalid request has at least one fault");
        }
        String error = "Invalid request";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("details", List.copyOf(faults));
        return new ApiException(error, ApiResponse.of(422, Collections.unmodifiableMap(body)));
    }

    /**
     * 503: nothing can be done now, and trying again later is harmless.
     *
     * @param retryAfter what {@code Retry-After} says, in whole seconds rounded up, at least 1
     * @param error what the caller is told
     */
    public static ApiException unavailable(Duration retryAfter, String error) {
        long seconds = Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
        return new ApiException(error, error(503, error).withHeader("Retry-After", Long.toString(seconds)));
    }

    /**
     * Any other error.
     *
     * @param status 400–599
     * @param error what the caller is told; never a class name, a secret or a value
     */
    public static ApiException of(int status, String error) {
        if (status < 400) {
            throw new IllegalArgumentException("status " + status + " is no error");
        }
        return new ApiException(error, error(status, error));
    }

    ApiException withHeader(String name, String value) {
        return new ApiException(error, response.withHeader(name, value));
    }

    /** What the caller gets. */
    public ApiResponse response() {
        return response;
    }

    private static ApiResponse error(int status, String error) {
        return ApiResponse.of(status, Map.of("error", error));
    }
}
