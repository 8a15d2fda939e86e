package app.moddy.bot.message;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The validator of metadata values: messages in English, whatever the process's locale, and no expression language in them. */
final class MetadataValidator {
    private MetadataValidator() {}

    static Validator create() {
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                .defaultLocale(Locale.ENGLISH)
                .localeResolver(context -> Locale.ENGLISH)
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }
}
