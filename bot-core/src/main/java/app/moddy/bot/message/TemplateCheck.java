package app.moddy.bot.message;

import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.IfNode;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.RootNode;
import io.pebbletemplates.pebble.node.TextNode;
import io.pebbletemplates.pebble.node.expression.AndExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.OrExpression;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a compiled template, also the branches that no sample reaches, and allows only what can not fail or reach out:
 * known variables, filters and label groups, tests and comparisons that bear missing values.
 */
final class TemplateCheck {
    private final List<String> faults = new ArrayList<>();
    private final Map<String, MetadataType> variables;
    private final Map<String, TextFilter> filters;
    private final Set<String> labelGroups;

    TemplateCheck(Map<String, MetadataType> variables, Map<String, TextFilter> filters, Set<String> labelGroups) {
        this.variables = variables;
        this.filters = filters;
        this.labelGroups = labelGroups;
    }

    /** What is wrong, with what would be right; empty if nothing is. */
    List<String> check(PebbleTemplateImpl template) {
        node(((RootNode) template.getRootNode()).getBody(), variables);
        return faults;
    }

    private void node(RenderableNode node, Map<String, MetadataType> scope) {
        ExpressionCheck expressions = new ExpressionCheck(scope, filters, labelGroups, faults);
        if (node instanceof BodyNode body) {
            body.getChildren().forEach(child -> node(child, scope));
        } else if (node instanceof PrintNode print) {
            expressions.expression(print.getExpression());
        } else if (node instanceof IfNode choice) {
            choice.getConditionsWithBodies().forEach(branch -> {
                expressions.condition(branch.getLeft());
                node(branch.getRight(), scope);
            });
            optional(choice.getElseBody(), scope);
        } else if (node instanceof ForNode loop) {
            loop(loop, expressions, scope);
        } else if (!(node instanceof TextNode)) {
            faults.add("%s is not allowed".formatted(node.getClass().getSimpleName()));
        }
    }

    private void loop(ForNode loop, ExpressionCheck expressions, Map<String, MetadataType> scope) {
        expressions.list(loop.getIterable());
        Map<String, MetadataType> inside = new HashMap<>(scope);
        inside.put(loop.getIterationVariable(), MetadataType.TEXT);
        node(loop.getBody(), inside);
        optional(loop.getElseBody(), scope);
    }

    /** Whether both sides are conditions themselves. */
    static boolean joinsConditions(Expression<?> expression) {
        return expression instanceof AndExpression || expression instanceof OrExpression;
    }

    private void optional(@Nullable BodyNode body, Map<String, MetadataType> scope) {
        if (body != null) {
            node(body, scope);
        }
    }
}
