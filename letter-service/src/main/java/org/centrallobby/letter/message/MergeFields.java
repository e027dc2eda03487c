package org.centrallobby.letter.message;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The engine's only way to a value. It knows the merge fields by name: no property, method or class of Java can be reached. */
class MergeFields implements ValueResolver {
    /** What the first half of a field stands for, {@code member} in {@code member.name}. */
    private record Group(MergeValues values, String name) {}

    @Override
    public boolean appliesTo(EvalContext context) {
        return value(context).isPresent();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        return value(context)
                .<CompletionStage<Object>>map(CompletedStage::of)
                .orElseGet(() -> Results.notFound(context));
    }

    private static Optional<Object> value(EvalContext context) {
        if (!context.getParams().isEmpty()) {
            return Optional.empty();
        }
        if (context.getBase() instanceof MergeValues values && isGroup(context.getName())) {
            return Optional.of(new Group(values, context.getName()));
        }
        if (context.getBase() instanceof Group group) {
            return FactField.of(group.name)
                    .<Object>map(field -> field.of(group.values.fact(context.getName())))
                    .or(() ->
                            MergeField.at(group.name + "." + context.getName()).map(field -> field.of(group.values)));
        }
        return Optional.empty();
    }

    private static boolean isGroup(String name) {
        return MergeField.hasGroup(name) || FactField.of(name).isPresent();
    }
}
