package app.moddy.bot.message;

import io.pebbletemplates.pebble.node.TestInvocationExpression;
import io.pebbletemplates.pebble.node.expression.AndExpression;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.ConcatenateExpression;
import io.pebbletemplates.pebble.node.expression.ContextVariableExpression;
import io.pebbletemplates.pebble.node.expression.EqualsExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.LiteralBooleanExpression;
import io.pebbletemplates.pebble.node.expression.LiteralLongExpression;
import io.pebbletemplates.pebble.node.expression.LiteralNullExpression;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import io.pebbletemplates.pebble.node.expression.NotEqualsExpression;
import io.pebbletemplates.pebble.node.expression.OrExpression;
import io.pebbletemplates.pebble.node.expression.PositiveTestExpression;
import io.pebbletemplates.pebble.node.expression.TernaryExpression;
import io.pebbletemplates.pebble.node.expression.UnaryNotExpression;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Allows the expressions of one scope of a template; the others are faults. */
final class ExpressionCheck {
    private final Map<String, MetadataType> scope;
    private final FilterCheck filters;
    private final List<String> faults;

    ExpressionCheck(
            Map<String, MetadataType> scope,
            Map<String, TextFilter> filters,
            Set<String> labelGroups,
            List<String> faults) {
        this.scope = scope;
        this.filters = new FilterCheck(scope, filters, labelGroups, faults);
        this.faults = faults;
    }

    void expression(Expression<?> expression) {
        if (expression instanceof ContextVariableExpression variable) {
            known("variable", variable.getName(), scope.keySet());
        } else if (expression instanceof FilterExpression filter) {
            expression(filter.getLeftExpression());
            FilterArguments.of((FilterInvocationExpression) filter.getRightExpression())
                    .forEach(this::expression);
            filters.filter(filter);
        } else if (expression instanceof TernaryExpression choice) {
            condition(choice.getExpression1());
            expression(choice.getExpression2());
            expression(choice.getExpression3());
        } else if (expression instanceof ConcatenateExpression both) {
            bothSides(both);
        } else if (isCondition(expression)) {
            condition(expression);
        } else if (!isLiteral(expression)) {
            faults.add(
                    "only variables, texts, filters, conditions and '~' are allowed between {{ and }}, no functions, attributes or arithmetic");
        }
    }

    void condition(Expression<?> expression) {
        if (expression instanceof AndExpression || expression instanceof OrExpression) {
            condition(((BinaryExpression<?>) expression).getLeftExpression());
            condition(((BinaryExpression<?>) expression).getRightExpression());
        } else if (expression instanceof UnaryNotExpression not) {
            condition(not.getChildExpression());
        } else if (expression instanceof PositiveTestExpression test) {
            expression(test.getLeftExpression());
            known("test", ((TestInvocationExpression) test.getRightExpression()).getTestName(), BarePebble.TESTS);
        } else if (expression instanceof EqualsExpression || expression instanceof NotEqualsExpression) {
            bothSides((BinaryExpression<?>) expression);
        } else if (expression instanceof ContextVariableExpression variable) {
            flag(variable.getName());
        } else if (!(expression instanceof LiteralBooleanExpression)) {
            faults.add("a condition tests or compares: 'x is not empty', 'x == \"y\"', joined by and, or, not");
        }
    }

    void list(Expression<?> expression) {
        boolean isList = expression instanceof ContextVariableExpression variable
                && scope.get(variable.getName()) == MetadataType.TEXTS;
        if (!isList) {
            faults.add("'for' goes through a metadata field that is a list: {% for x in changes %}");
        }
    }

    private void flag(String name) {
        known("variable", name, scope.keySet());
        MetadataType type = scope.get(name);
        if (type != null && type != MetadataType.FLAG) {
            faults.add("'%s' is not a Boolean: write '%s is not empty'".formatted(name, name));
        }
    }

    private void bothSides(BinaryExpression<?> expression) {
        expression(expression.getLeftExpression());
        expression(expression.getRightExpression());
    }

    private void known(String what, String name, Set<String> known) {
        if (!known.contains(name)) {
            faults.add(NearestName.unknown(what, name, known));
        }
    }

    private static boolean isCondition(Expression<?> expression) {
        return expression instanceof AndExpression
                || expression instanceof OrExpression
                || expression instanceof UnaryNotExpression
                || expression instanceof PositiveTestExpression
                || expression instanceof EqualsExpression
                || expression instanceof NotEqualsExpression;
    }

    private static boolean isLiteral(Expression<?> expression) {
        return expression instanceof LiteralStringExpression
                || expression instanceof LiteralLongExpression
                || expression instanceof LiteralBooleanExpression
                || expression instanceof LiteralNullExpression;
    }
}
