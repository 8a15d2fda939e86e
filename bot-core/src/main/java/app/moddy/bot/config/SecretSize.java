package app.moddy.bot.config;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code @Size} for a {@link Secret}: how many characters it has. */
public final class SecretSize implements ConstraintValidator<Size, Secret> {
    private int min;
    private int max;

    /** For the validation library only, which calls nothing that is not public. */
    public SecretSize() {}

    @Override
    public void initialize(Size size) {
        min = size.min();
        max = size.max();
    }

    @Override
    public boolean isValid(@Nullable Secret secret, ConstraintValidatorContext context) {
        return secret == null || (secret.length() >= min && secret.length() <= max);
    }
}
