package org.centrallobby.letter.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;

/**
 * Which methods an address takes. RESTEasy knows and does not say: its 405 has no {@code Allow}, as RFC 9110 asks for, and where
 * two resources share the beginning of a path it answers 404.
 */
final class AllowedMethods {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    private record Route(Pattern path, String method) {}

    /** Read once, when the first address is asked for that is not there. */
    private static final class Routes {
        static final List<Route> ALL = all();

        private static List<Route> all() {
            var routes = new ArrayList<Route>();
            for (var resource : ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()) {
                for (var handler : resource.value.handlers) {
                    if (handler instanceof ClassRoutingHandler routing) {
                        routing.getMappers()
                                .forEach((method, paths) -> paths.getTemplates()
                                        .forEach(path -> routes.add(new Route(
                                                pattern(resource.template.template + path.template.template),
                                                method))));
                    }
                }
            }
            return List.copyOf(routes);
        }

        private static Pattern pattern(String template) {
            var path = template.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
            return Pattern.compile(PARAMETER.matcher(path).replaceAll("[^/]+"));
        }
    }

    private AllowedMethods() {}

    /** Empty for a path at which there is nothing. */
    static SortedSet<String> at(String path) {
        var methods = new TreeSet<String>();
        Routes.ALL.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::method)
                .forEach(methods::add);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
