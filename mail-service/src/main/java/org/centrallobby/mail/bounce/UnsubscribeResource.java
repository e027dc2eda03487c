package org.centrallobby.mail.bounce;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import org.centrallobby.mail.identity.Purpose;
import org.centrallobby.mail.identity.ReturnAddresses;
import org.centrallobby.mail.queue.Returns;
import org.centrallobby.mail.queue.SentMail;
import org.centrallobby.mail.suppression.SuppressionList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Unsubscribes with one request (RFC 8058). Only POST does: programs that look at every link in a mail use GET. Neither asks
 * for a cookie or redirects, and the address says nothing to anybody else.
 */
@Path("/unsubscribe")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Unsubscribing", description = "What a reader's mail program calls; no key")
public class UnsubscribeResource {
    private final ReturnAddresses addresses;
    private final Returns mails;
    private final SuppressionList suppressions;

    UnsubscribeResource(ReturnAddresses addresses, Returns mails, SuppressionList suppressions) {
        this.addresses = addresses;
        this.mails = mails;
        this.suppressions = suppressions;
    }

    @GET
    @Path("/{token}")
    @Transactional
    @Operation(
            operationId = "unsubscribePage",
            summary = "A page with a button",
            description = "It does nothing by itself.")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "A page that says that the link does not work",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public RestResponse<String> ask(
            @Parameter(description = "From the mail's List-Unsubscribe") @RestPath String token) {
        return mail(token)
                .map(mail ->
                        page(Status.OK, UnsubscribePage.ask(Objects.requireNonNullElse(mail.campaignTitle(), "…"))))
                .orElseGet(UnsubscribeResource::unknown);
    }

    @POST
    @Path("/{token}")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Operation(
            operationId = "unsubscribe",
            summary = "Unsubscribe",
            description =
                    "The organisation sends no more news to whom the mail went to. Letters and what somebody asks for still come."
                            + " The body, List-Unsubscribe=One-Click, is not looked at.")
    @APIResponse(responseCode = "200", description = "It is done", content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "A page that says that the link does not work",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public RestResponse<String> unsubscribe(
            @Parameter(description = "From the mail's List-Unsubscribe") @RestPath String token) {
        var mail = mail(token);
        mail.ifPresent(sent ->
                suppressions.unsubscribed(sent.organisation(), Objects.requireNonNull(sent.mailbox()), sent.id()));
        return mail.map(sent -> page(Status.OK, UnsubscribePage.DONE)).orElseGet(UnsubscribeResource::unknown);
    }

    private Optional<SentMail> mail(String token) {
        return addresses
                .read(Purpose.UNSUBSCRIBE, token)
                .flatMap(mails::find)
                // One that was erased has forgotten whom it went to.
                .filter(mail -> mail.mailbox() != null);
    }

    private static RestResponse<String> unknown() {
        return page(Status.NOT_FOUND, UnsubscribePage.UNKNOWN);
    }

    /** Nothing is kept, nothing is loaded, and nobody is told where the reader came from. */
    private static RestResponse<String> page(Status status, String html) {
        return RestResponse.ResponseBuilder.create(status, html)
                .type("text/html;charset=utf-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src %s; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
                                .formatted(UnsubscribePage.STYLE_SOURCE))
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
