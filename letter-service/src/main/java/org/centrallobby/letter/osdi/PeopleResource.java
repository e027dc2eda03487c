package org.centrallobby.letter.osdi;

import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.export.ExportKeys;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.osdi.EntryPointResource.ListRequest;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.supporter.ConsentWithdrawals;
import org.centrallobby.letter.supporter.Subjects;
import org.centrallobby.letter.supporter.Supporters;
import org.centrallobby.letter.web.RequestJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/osdi/v1/people")
@Produces(EntryPointResource.HAL)
@Tag(name = "OSDI")
@SecurityRequirement(name = "key")
class PeopleResource {
    private final Listings listings;
    private final Outreaches outreaches;
    private final Supporters supporters;
    private final ConsentWithdrawals withdrawals;
    private final Subjects subjects;
    private final ExportKeys exportKeys;
    private final AuditLog audit;
    private final CurrentCaller caller;
    private final Addresses addresses;
    private final RequestJson json;
    private final InstantSource clock;

    PeopleResource(
            Listings listings,
            Outreaches outreaches,
            Supporters supporters,
            ConsentWithdrawals withdrawals,
            Subjects subjects,
            ExportKeys exportKeys,
            AuditLog audit,
            CurrentCaller caller,
            Addresses addresses,
            RequestJson json,
            InstantSource clock) {
        this.listings = listings;
        this.outreaches = outreaches;
        this.supporters = supporters;
        this.withdrawals = withdrawals;
        this.subjects = subjects;
        this.exportKeys = exportKeys;
        this.audit = audit;
        this.caller = caller;
        this.addresses = addresses;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @NeedsScope(Scope.SUPPORTERS_EXPORT)
    @Transactional
    @Operation(
            operationId = "osdiPeople",
            summary = "Those who agreed to hear from the organisation, in the order in which they last changed",
            description = """
                    Whoever takes that back changes: the status is unsubscribed then, without name and address, and so it stays \
                    as long as the evidence of it is kept. Identifiers tell who it is: those that came with them from another \
                    system, and the one that they have here. Somebody who agreed in two campaigns is there twice: they are one \
                    by their address. Filter by modified_date and email_address. An address in a filter stands in the address \
                    of the request, which proxies and histories keep: where that matters use POST /v1/supporters/access, which \
                    has it in the body. Links leave such a filter out, so the answer has no link next: count pages. Every page \
                    is in the audit log.""")
    public Listing.OfPeople list(@BeanParam @Valid ListRequest request) {
        exportKeys.requireClearText(caller.tenant());
        return new Listing.OfPeople(
                listings.page(OsdiPerson.SOURCE, "people", request, Listings.of(caller.tenant()), rows -> {
                    audit.record(AuditAction.SUPPORTERS_READ, null, rows.size());
                    return views(rows);
                }));
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scope.SUPPORTERS_EXPORT)
    @Transactional
    @Operation(
            operationId = "osdiPerson",
            summary = "Somebody who agreed to hear from the organisation, or took that back")
    public OsdiPerson get(@RestPath UUID id) {
        exportKeys.requireClearText(caller.tenant());
        var person = person(id);
        audit.record(AuditAction.SUPPORTERS_READ, id, 1);
        return person;
    }

    @GET
    @Path("/{id}/outreaches")
    @NeedsScope(Scope.SUPPORTERS_EXPORT)
    @Transactional
    @Operation(
            operationId = "osdiOutreachesOfPerson",
            summary = "The letter of somebody who agreed to hear from the organisation",
            description = "Needs the scope letters:read too. Empty for who came from another system.")
    public Listing.OfOutreaches outreaches(@RestPath UUID id, @BeanParam @Valid ListRequest request) {
        caller.require(Scope.LETTERS_READ);
        if (!person(id).mayBeWrittenTo()) {
            throw unknown();
        }
        return new Listing.OfOutreaches(outreaches.page(
                Outreach.ONE, "people/" + id + "/outreaches", request, Listings.of(caller.tenant(), "letter", id), id));
    }

    @POST
    @Path("/person_signup_helper")
    @Consumes(MediaType.WILDCARD)
    @NeedsScope(Scope.SUPPORTERS_WRITE)
    @Transactional
    @Operation(
            operationId = "osdiPersonSignup",
            summary = "Bring somebody along from another system",
            description = """
                    Only somebody who agreed to hear from the organisation, with what proves it: wording, source and given_at \
                    in central_lobby:consent. A second time the same changes nothing; people are recognised by name and \
                    address, and else by their identifiers. Who has taken their consent back is not subscribed again: the answer \
                    has the status unsubscribed, and nothing is kept. The status unsubscribed takes it back. Tags and lists are \
                    not kept, and no mail is sent.""")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PersonSignup.class)))
    public SignedUp signUp(byte[] body) throws IOException {
        var signup = read(body);
        var email = signup.email();
        if (signup.isUnsubscribing()) {
            withdrawals.withdraw(subjects.of(caller.tenant(), email, null));
            return SignedUp.not(email);
        }
        var brought = signup.brought(clock.instant());
        var taken = supporters.take(caller.tenant(), brought);
        audit.record(AuditAction.SUPPORTERS_TAKEN_IN, taken.orElse(null), taken.isPresent() ? 1 : 0);
        return taken.map(id -> SignedUp.as(id, brought.identifiers(), email, addresses))
                .orElseGet(() -> SignedUp.not(email));
    }

    /** Whatever media type the program says that it sends. */
    private PersonSignup read(byte[] body) throws IOException {
        PersonSignup sent = body.length == 0 ? null : json.read(body, PersonSignup.class);
        return sent == null ? new PersonSignup(null) : sent;
    }

    private OsdiPerson person(UUID id) {
        return views(listings.one(OsdiPerson.SOURCE, id, Listings.of(caller.tenant()))).stream()
                .findFirst()
                .orElseThrow(PeopleResource::unknown);
    }

    private static Failure unknown() {
        return new Failure(
                ProblemType.NOT_FOUND,
                "Nobody with this id has agreed to hear from your organisation, or they have taken it back.");
    }

    private List<OsdiPerson> views(List<Tuple> rows) {
        var identifiers = supporters
                .identifiers(rows.stream().map(row -> row.get(0, UUID.class)).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList())));
        return rows.stream()
                .map(row -> OsdiPerson.of(row, identifiers.getOrDefault(row.get(0), List.of()), addresses))
                .toList();
    }
}
