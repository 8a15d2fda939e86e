package app.moddy.bot.config;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code @Pattern} for a {@link Secret}: which characters it has. */
public final class SecretPattern implements ConstraintValidator<Pattern, Secret> {
    private java.util.regex.Pattern pattern = java.util.regex.Pattern.compile("");

    /** For the validation library only, which calls nothing that is not public. */
    public SecretPattern() {}

    @Override
    public void initialize(Pattern constraint) {
        pattern = java.util.regex.Pattern.compile(constraint.regexp());
    }

    @Override
    public boolean isValid(@Nullable Secret secret, ConstraintValidatorContext context) {
        return secret == null || pattern.matcher(secret.reveal()).matches();
    }
}
