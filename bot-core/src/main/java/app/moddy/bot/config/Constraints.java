package app.moddy.bot.config;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Checks a record against its Jakarta Validation constraints. Messages are English, whatever the process's locale. */
final class Constraints {
    /** What these say of a value that is not there at all. */
    private static final Set<String> REQUIRED = Set.of(
            "{jakarta.validation.constraints.NotNull.message}",
            "{jakarta.validation.constraints.NotBlank.message}",
            "{jakarta.validation.constraints.NotEmpty.message}");

    private static final Validator VALIDATOR = validator();

    private final Value value;
    private final Place place;
    private final Faults faults;

    /** Constraints on what this value became. */
    Constraints(Value value, Place place, Faults faults) {
        this.value = value;
        this.place = place;
        this.faults = faults;
    }

    private static Validator validator() {
        HibernateValidatorConfiguration configuration =
                Validation.byProvider(HibernateValidator.class).configure();
        ConstraintMapping secrets = configuration.createConstraintMapping();
        secrets.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(SecretSize.class);
        secrets.constraintDefinition(Pattern.class)
                .includeExistingValidators(true)
                .validatedBy(SecretPattern.class);
        return configuration
                .addMapping(secrets)
                .messageInterpolator(new ParameterMessageInterpolator(
                        Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false))
                .buildValidatorFactory()
                .getValidator();
    }

    /** Makes the validator, unless there is one. */
    static void prepare() {
        VALIDATOR.getConstraintsForClass(Record.class);
    }

    /** All constraints of a record, its components' in declared order. */
    <T extends Record> void check(T made, RecordType<T> type) {
        List<String> names =
                type.components().stream().map(RecordType.Component::name).toList();
        tell(VALIDATOR.validate(made), Comparator.comparingInt(violation -> names.indexOf(first(violation))));
    }

    /** The constraints of one component, when the record itself can not be made. */
    <T extends Record> void check(Class<T> type, RecordType.Component component, @Nullable Object bound) {
        tell(VALIDATOR.validateValue(type, component.name(), bound), Comparator.comparing(Constraints::first));
    }

    /** Violations are a set: ordered, so that the same file always has the same faults. */
    private <T> void tell(Collection<ConstraintViolation<T>> violations, Comparator<ConstraintViolation<T>> order) {
        violations.stream()
                .sorted(order.thenComparing(
                                violation -> violation.getPropertyPath().toString())
                        .thenComparing(ConstraintViolation::getMessage))
                .forEach(violation -> faults.add(placeOf(violation.getPropertyPath()), message(violation)));
    }

    private static String first(ConstraintViolation<?> violation) {
        String name = violation.getPropertyPath().iterator().next().getName();
        return name == null ? "" : name;
    }

    private static String message(ConstraintViolation<?> violation) {
        boolean missing = violation.getInvalidValue() == null && REQUIRED.contains(violation.getMessageTemplate());
        return missing ? "is missing" : violation.getMessage();
    }

    private Place placeOf(Path path) {
        Place at = place;
        Value part = value;
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                part = item(part, node.getIndex());
                at = at.index(node.getIndex(), part.at());
            } else if (node.getKey() != null) {
                part = entry(part, node.getKey().toString());
                at = at.key(node.getKey().toString(), part.at());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                String key = RecordType.keyOf(node.getName());
                part = entry(part, key);
                at = at.key(key, part.at());
            }
        }
        return at;
    }

    private static Value entry(Value of, String key) {
        return of instanceof Value.Mapping mapping ? mapping.get(key) : new Value.Absent(of.at());
    }

    /** An item that is not in the file (written between commas, or a constructor's own) is where its list is. */
    private static Value item(Value of, int index) {
        return of instanceof Value.Sequence sequence && index < sequence.items().size()
                ? sequence.items().get(index)
                : new Value.Absent(of.at());
    }
}
