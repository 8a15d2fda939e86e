package app.moddy.bot.message;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.node.ArgumentsNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Allows the expressions of one scope of a template; the others are faults. */
final class ExpressionCheck {
    private final Map<String, MetadataType> scope;
    private final Map<String, Filter> filters;
    private final Set<String> labelGroups;
    private final List<String> faults;

    ExpressionCheck(
            Map<String, MetadataType> scope,
            Map<String, Filter> filters,
            Set<String> labelGroups,
            List<String> faults) {
        this.scope = scope;
        this.filters = filters;
        this.labelGroups = labelGroups;
        this.faults = faults;
    }

    void expression(Expression<?> expression) {
        if (expression instanceof ContextVariableExpression variable) {
            known("variable", variable.getName(), scope.keySet());
        } else if (expression instanceof FilterExpression filter) {
            expression(filter.getLeftExpression());
            filter((FilterInvocationExpression) filter.getRightExpression());
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

    private void filter(FilterInvocationExpression invocation) {
        String name = invocation.getFilterName();
        known("filter", name, filters.keySet());
        Filter filter = filters.get(name);
        if (filter != null) {
            List<Expression<?>> arguments = arguments(invocation.getArgs(), name, filter.getArgumentNames());
            arguments.forEach(this::expression);
            if (name.equals("label")) {
                label(arguments);
            }
        }
    }

    private List<Expression<?>> arguments(ArgumentsNode given, String filter, List<String> names) {
        List<Expression<?>> arguments = new ArrayList<>();
        boolean known = true;
        if (given.getPositionalArgs() != null) {
            given.getPositionalArgs().forEach(argument -> arguments.add(argument.getValueExpression()));
        }
        if (given.getNamedArgs() != null) {
            given.getNamedArgs().forEach(argument -> arguments.add(argument.getValueExpression()));
            known = given.getNamedArgs().stream().allMatch(argument -> names.contains(argument.getName()));
        }
        if (!known || arguments.size() > names.size()) {
            String takes = names.isEmpty() ? "no argument" : "one argument: " + String.join(", ", names);
            faults.add("the filter '%s' takes %s".formatted(filter, takes));
        }
        return arguments;
    }

    private void label(List<Expression<?>> arguments) {
        if (arguments.size() == 1 && arguments.get(0) instanceof LiteralStringExpression group) {
            known("group of labels in this file", group.getValue(), labelGroups);
        } else {
            faults.add("write the group of labels as a text: label('group')");
        }
    }

    private void bothSides(BinaryExpression<?> expression) {
        expression(expression.getLeftExpression());
        expression(expression.getRightExpression());
    }

    private void known(String what, String name, Set<String> known) {
        if (!known.contains(name)) {
            faults.add("unknown %s '%s'%s".formatted(what, name, NearestName.hint(name, known)));
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
