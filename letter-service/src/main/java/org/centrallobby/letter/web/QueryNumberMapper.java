package org.centrallobby.letter.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** A number in a query that is none is the caller's mistake; without this the answer would be that there is nothing here. */
@Provider
class QueryNumberMapper implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return rawType == int.class || rawType == Integer.class ? (ParamConverter<T>) new Numbers() : null;
    }

    private static final class Numbers implements ParamConverter<Integer> {
        @Override
        public Integer fromString(String value) {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException e) {
                var failure = new Failure(ProblemType.BAD_REQUEST, "Write limit and other numbers in digits.");
                throw new WebApplicationException(failure, ProblemType.BAD_REQUEST.status());
            }
        }

        @Override
        public String toString(Integer value) {
            return value.toString();
        }
    }
}
