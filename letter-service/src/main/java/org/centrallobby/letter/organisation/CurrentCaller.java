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

    /** The organisation itself, for what has no mode: its profile and its keys. */
    public UUID organisation() {
        return get().organisation();
    }
}
