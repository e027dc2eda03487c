package org.centrallobby.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Runs a bench as the command that its annotation names. */
final class Launch {
    private Launch() {}

    /** Ends the process with the bench's exit code. */
    static void of(Callable<Integer> bench, String... arguments) {
        var command = new CommandLine(bench);
        var code = command.setExecutionExceptionHandler((e, line, parsed) -> {
                    System.err.println(
                            command.getCommandName() + ": " + (e instanceof CannotMeasure ? e.getMessage() : e));
                    return 1;
                })
                .execute(arguments);
        // Threads of the broker may outlive its stop.
        Runtime.getRuntime().halt(code);
    }
}
