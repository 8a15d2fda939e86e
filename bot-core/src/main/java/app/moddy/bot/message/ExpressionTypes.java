package app.moddy.bot.message;

import io.pebbletemplates.pebble.node.expression.ConcatenateExpression;
import io.pebbletemplates.pebble.node.expression.ContextVariableExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.LiteralLongExpression;
import io.pebbletemplates.pebble.node.expression.LiteralNullExpression;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import io.pebbletemplates.pebble.node.expression.TernaryExpression;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Knows of which types an expression's value can be, if it is not missing. */
final class ExpressionTypes {
    private final Map<String, MetadataType> scope;

    ExpressionTypes(Map<String, MetadataType> scope) {
        this.scope = scope;
    }

    /** More than one where there is a choice; none if it is always missing, or a variable that is not known. */
    Set<MetadataType> of(Expression<?> expression) {
        if (expression instanceof ContextVariableExpression variable) {
            MetadataType type = scope.get(variable.getName());
            return type == null ? Set.of() : Set.of(type);
        } else if (expression instanceof FilterExpression filter) {
            return filtered(filter, (FilterInvocationExpression) filter.getRightExpression());
        } else if (expression instanceof TernaryExpression choice) {
            return either(choice.getExpression2(), choice.getExpression3());
        } else if (expression instanceof LiteralNullExpression) {
            return Set.of();
        } else if (expression instanceof LiteralLongExpression) {
            return Set.of(MetadataType.NUMBER);
        }
        boolean isText = expression instanceof LiteralStringExpression || expression instanceof ConcatenateExpression;
        return Set.of(isText ? MetadataType.TEXT : MetadataType.FLAG);
    }

    /** Every filter gives a text, but {@code default} what it is given. */
    private Set<MetadataType> filtered(FilterExpression filter, FilterInvocationExpression invocation) {
        if (!invocation.getFilterName().equals("default")) {
            return Set.of(MetadataType.TEXT);
        }
        Set<MetadataType> types = EnumSet.noneOf(MetadataType.class);
        types.addAll(of(filter.getLeftExpression()));
        FilterArguments.of(invocation).forEach(argument -> types.addAll(of(argument)));
        return types;
    }

    private Set<MetadataType> either(Expression<?> one, Expression<?> other) {
        Set<MetadataType> types = EnumSet.noneOf(MetadataType.class);
        types.addAll(of(one));
        types.addAll(of(other));
        return types;
    }
}
