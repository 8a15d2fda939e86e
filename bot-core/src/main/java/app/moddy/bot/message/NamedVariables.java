package app.moddy.bot.message;

import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.IfNode;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.RootNode;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.ContextVariableExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.TernaryExpression;
import io.pebbletemplates.pebble.node.expression.UnaryExpression;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads from a base text which values it is given: a text, unless it is used where only another type can stand.
 * {@link TemplateCheck} then finds what does not go together.
 */
final class NamedVariables {
    private final Map<String, TextFilter> filters;
    private final Map<String, MetadataType> types = new HashMap<>();
    private final Set<String> loops = new HashSet<>();

    NamedVariables(Map<String, TextFilter> filters) {
        this.filters = filters;
    }

    Map<String, MetadataType> of(PebbleTemplateImpl template) {
        node(((RootNode) template.getRootNode()).getBody());
        types.keySet().removeAll(loops);
        return types;
    }

    private void node(RenderableNode node) {
        if (node instanceof BodyNode body) {
            body.getChildren().forEach(this::node);
        } else if (node instanceof PrintNode print) {
            expression(print.getExpression());
        } else if (node instanceof IfNode choice) {
            choice.getConditionsWithBodies().forEach(branch -> {
                condition(branch.getLeft());
                node(branch.getRight());
            });
            if (choice.getElseBody() != null) {
                node(choice.getElseBody());
            }
        } else if (node instanceof ForNode loop) {
            loops.add(loop.getIterationVariable());
            named(loop.getIterable(), MetadataType.TEXTS);
            node(loop.getBody());
            if (loop.getElseBody() != null) {
                node(loop.getElseBody());
            }
        }
    }

    /** A variable that stands alone here is a Boolean. */
    private void condition(Expression<?> expression) {
        if (!named(expression, MetadataType.FLAG)) {
            expression(expression);
        }
    }

    private void expression(Expression<?> expression) {
        if (named(expression, MetadataType.TEXT)) {
            return;
        } else if (expression instanceof FilterExpression filter) {
            filtered(filter, (FilterInvocationExpression) filter.getRightExpression());
        } else if (expression instanceof TernaryExpression choice) {
            condition(choice.getExpression1());
            expression(choice.getExpression2());
            expression(choice.getExpression3());
        } else if (expression instanceof BinaryExpression<?> both) {
            boolean joins = TemplateCheck.joinsConditions(both);
            side(both.getLeftExpression(), joins);
            side(both.getRightExpression(), joins);
        } else if (expression instanceof UnaryExpression not) {
            condition(not.getChildExpression());
        }
    }

    private void side(Expression<?> expression, boolean isCondition) {
        if (isCondition) {
            condition(expression);
        } else {
            expression(expression);
        }
    }

    private void filtered(FilterExpression filter, FilterInvocationExpression invocation) {
        TextFilter known = filters.get(invocation.getFilterName());
        Set<MetadataType> inputs = known == null ? Set.of() : known.inputs();
        boolean isNamed = inputs.size() == 1
                && named(filter.getLeftExpression(), inputs.iterator().next());
        if (!isNamed) {
            expression(filter.getLeftExpression());
        }
        FilterArguments.of(invocation).forEach(this::expression);
    }

    /** Whether the expression is a variable; a type other than text is what counts, wherever else it is used. */
    private boolean named(Expression<?> expression, MetadataType type) {
        if (expression instanceof ContextVariableExpression variable) {
            types.merge(variable.getName(), type, (known, now) -> known == MetadataType.TEXT ? now : known);
            return true;
        }
        return false;
    }
}
