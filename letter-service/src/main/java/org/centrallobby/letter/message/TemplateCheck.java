package org.centrallobby.letter.message;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ParserError;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a template before it is kept, so that nothing can fail while a supporter waits. */
class TemplateCheck {
    /** About the longest values that occur, so that a text that fits with them fits with all others. */
    private static final MergeValues LONG = new MergeValues(
            "Sir Bartholomew Featherstonehaugh-Smythe",
            "Sir Bartholomew",
            "Social Democratic and Labour Party",
            "Caithness, Sutherland and Easter Ross",
            "A campaign with a title of some length",
            "An organisation with a name of some length",
            "Gwenllian Angharad Featherstonehaugh-Smythe",
            Map.of());

    private static final MergeValues EMPTY = new MergeValues("", "", "", "", "", "", "", Map.of());

    /** More would help nobody. */
    static final int MOST_ERRORS = 20;

    private final Engine engine;

    TemplateCheck(Engine engine) {
        this.engine = engine;
    }

    /** @param longest the most characters that may come of it */
    List<TemplateError> errors(String text, int longest) {
        var outOfBounds = TemplateBounds.errors(text);
        if (!outOfBounds.isEmpty()) {
            return outOfBounds;
        }
        try {
            var template = engine.parse(text);
            var errors = unknown(template);
            return errors.isEmpty() ? trial(template, longest) : errors;
        } catch (TemplateException e) {
            return List.of(at(e.getOrigin(), sentence(e)));
        } catch (RuntimeException e) {
            // The engine's reader has ends that it did not foresee; the writer's remedy is the same.
            return List.of(new TemplateError(
                    1, 1, "This text cannot be read as a template. Look for a brace that is not part of a field."));
        }
    }

    private List<TemplateError> trial(Template template, int longest) {
        template.data(EMPTY).render();
        var length = template.data(LONG).render().length();
        return length <= longest
                ? List.of()
                : List.of(new TemplateError(
                        1,
                        1,
                        "With its fields filled in, this can have %,d characters. Keep it to %,d."
                                .formatted(length, longest)));
    }

    private static List<TemplateError> unknown(Template template) {
        if (!template.getParameterDeclarations().isEmpty()) {
            return List.of(new TemplateError(1, 1, "Fields cannot be declared with {@…}. Take that out."));
        }
        return template.getExpressions().stream()
                .filter(expression -> !isField(expression) && !isOperand(template, expression))
                .map(expression -> at(
                        expression.getOrigin(),
                        "There is no field {%s}. The fields are %s."
                                .formatted(excerpt(expression.toOriginalString()), MergeField.list())))
                .limit(MOST_ERRORS)
                .toList();
    }

    private static boolean isField(Expression expression) {
        return !expression.hasNamespace()
                && !expression.isLiteral()
                && expression.getParts().stream().noneMatch(Expression.Part::isVirtualMethod)
                && (MergeField.at(path(expression)).isPresent()
                        || FactField.nameIn(path(expression)).isPresent());
    }

    private static String path(Expression expression) {
        return expression.getParts().stream().map(Expression.Part::getName).collect(Collectors.joining("."));
    }

    /** The names of the facts that a text without errors uses. */
    Set<String> facts(Template text) {
        return text.getExpressions().stream()
                .filter(expression -> !expression.isLiteral())
                .flatMap(expression -> FactField.nameIn(path(expression)).stream())
                .collect(Collectors.toSet());
    }

    /** A literal makes sense inside {@code {#if member.party == 'Labour'}} and nowhere else. */
    private static boolean isOperand(Template template, Expression expression) {
        return expression.isLiteral()
                && template.findNodes(TemplateNode::isExpression).stream()
                        .noneMatch(node -> node.getExpressions().contains(expression));
    }

    private static TemplateError at(TemplateNode.@Nullable Origin origin, String detail) {
        return origin == null
                ? new TemplateError(1, 1, detail)
                : new TemplateError(Math.max(1, origin.getLine()), Math.max(1, origin.getLineCharacterStart()), detail);
    }

    private static String sentence(TemplateException e) {
        if (!(e.getCode() instanceof ParserError error)) {
            return "This cannot be worked out. Use fields by themselves and in {#if}.";
        }
        return switch (error) {
            case NO_SECTION_HELPER_FOUND, NO_SECTION_NAME ->
                "Only {#if …}, {#else} and {/if} can be used here; there are no loops, includes or other sections.";
            case UNTERMINATED_SECTION -> "This {#if} is never closed. Add {/if} where it ends.";
            case SECTION_END_DOES_NOT_MATCH_START, SECTION_BLOCK_END_DOES_NOT_MATCH_START, SECTION_START_NOT_FOUND ->
                "This closes something that was not opened. Each {#if} needs exactly one {/if}.";
            case MANDATORY_SECTION_PARAMS_MISSING ->
                "Say what {#if} looks at, for instance {#if member.party == 'Labour'}.";
            case UNTERMINATED_EXPRESSION ->
                "This brace is never closed. Close it with }, or write \\{ where a brace is meant.";
            case UNTERMINATED_STRING_LITERAL, UNTERMINATED_STRING_LITERAL_OR_COMPOSITE_PARAMETER ->
                "A quotation mark or bracket is not closed here.";
            case INVALID_PARAM_DECLARATION -> "Fields cannot be declared with {@…}. Take that out.";
            case GENERAL_ERROR,
                    INVALID_IDENTIFIER,
                    EMPTY_EXPRESSION,
                    INVALID_VIRTUAL_METHOD,
                    INVALID_BRACKET_EXPRESSION,
                    INVALID_VALUE_BRACKET_NOTATION ->
                "This is not a field. The fields are %s.".formatted(MergeField.list());
        };
    }

    private static String excerpt(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
