package app.moddy.bot.http;

import app.moddy.bot.config.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the internal API listens and who may call it.
 *
 * @param host the address to listen on; {@code ::} is every address, IPv6 and IPv4
 * @param port the TCP port; 0 takes a free one
 * @param secrets what callers may present as the bearer token; several while one is being rotated
 */
public record HttpSettings(
        String host,

        @Min(value = 0, message = "must be 0 to 65535") @Max(value = 65535, message = "must be 0 to 65535")
        Integer port,

        @NotEmpty(message = "is missing: set INTERNAL_API_SECRET to a secret of at least 16 characters")
        List<@Size(min = 16, message = "must have at least 16 characters") Secret> secrets) {

    /** Without a host every address, without a port 3000. */
    public HttpSettings(@Nullable String host, @Nullable Integer port, List<Secret> secrets) {
        this.host = host == null ? "::" : host;
        this.port = port == null ? 3000 : port;
        this.secrets = List.copyOf(secrets);
    }
}
