package org.centrallobby.letter.campaign;

import java.util.List;
import org.centrallobby.letter.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What stands between a campaign and the public.
 *
 * @param publishable whether nothing does
 * @param errors each place with what to do about it
 */
@Schema(example = """
        {"publishable": false, "errors": [{"pointer": "#/introduction", "detail": "Tell supporters what the campaign asks \
        for and why."}]}\
        """)
record CampaignCheck(boolean publishable, List<FieldError> errors) {}
