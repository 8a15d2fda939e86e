package app.moddy.bot.message;

import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import java.util.ArrayList;
import java.util.List;

/** The arguments that a template gives to a filter. */
final class FilterArguments {
    private FilterArguments() {}

    /** Their values, named ones last. */
    static List<Expression<?>> of(FilterInvocationExpression invocation) {
        ArgumentsNode given = invocation.getArgs();
        List<Expression<?>> arguments = new ArrayList<>();
        if (given.getPositionalArgs() != null) {
            given.getPositionalArgs().forEach(argument -> arguments.add(argument.getValueExpression()));
        }
        if (given.getNamedArgs() != null) {
            given.getNamedArgs().forEach(argument -> arguments.add(argument.getValueExpression()));
        }
        return arguments;
    }

    /** Whether the filter takes as many, and those that are named. */
    static boolean fit(FilterInvocationExpression invocation, List<String> names) {
        ArgumentsNode given = invocation.getArgs();
        boolean known = given.getNamedArgs() == null
                || given.getNamedArgs().stream().allMatch(argument -> names.contains(argument.getName()));
        return known && of(invocation).size() <= names.size();
    }
}
