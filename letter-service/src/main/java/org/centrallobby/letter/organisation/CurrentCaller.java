package org.centrallobby.letter.organisation;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Who the request at hand comes from. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;

    void set(Caller caller) {
        this.caller = caller;
    }

    public Caller get() {
        var known = caller;
        if (known == null) {
            throw new Failure(ProblemType.UNAUTHORISED, "Send an API key: Authorization: Bearer cl_sk_...");
        }
        return known;
    }

    /** Whose campaigns, letters and supporters this request may see and change. */
    public Tenant tenant() {
        return get().tenant();
    }

    /** Whether the key may do this too, where what it takes depends on what is asked for. */
    public boolean may(Scope scope) {
        return get().scopes().contains(scope);
    }

    /** Refuses a key that may not. */
    public void require(Scope scope) {
        if (!may(scope)) {
            throw new Failure(ProblemType.FORBIDDEN, "This needs a key with the scope %s.".formatted(scope.text()));
        }
    }

    /** The organisation itself, for what has no mode: its profile and its keys. */
    public UUID organisation() {
        return get().organisation();
    }
}
