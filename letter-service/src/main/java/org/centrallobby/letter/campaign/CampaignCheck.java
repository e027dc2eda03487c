package org.centrallobby.letter.campaign;

import java.util.List;
import org.centrallobby.letter.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What stands between a campaign and the public, and what the organisation should know before it is published.
 *
 * @param publishable whether nothing does
 * @param errors each place with what to do about it
 * @param warnings each place that keeps some supporters out, which may be what is meant
 */
@Schema(example = """
        {"publishable": false, "errors": [{"pointer": "#/introduction", "detail": "Tell supporters what the campaign asks \
        for and why."}], "warnings": [{"pointer": "#/proofOfWork", "detail": "Supporters whose browser runs no JavaScript cannot \
        write then, and nobody can on the campaign's page here: only through the widget. Choose when-busy to let them."}]}\
        """)
record CampaignCheck(boolean publishable, List<FieldError> errors, List<FieldError> warnings) {}
