package org.centrallobby.letter.proof;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A challenge of ALTCHA's protocol, version 1: find the number from 0 to {@code maxnumber} for which the SHA-256 of salt and
 * number, the number in decimal digits, is the challenge.
 *
 * @param algorithm always {@code SHA-256}
 * @param challenge in hexadecimal
 * @param maxnumber how far to search
 * @param salt random, with what the challenge is for and when it expires (seconds since 1970) behind it; ends with an ampersand
 * @param signature of the challenge, to be sent back with the number
 */
@Schema(example = """
        {"algorithm": "SHA-256", "challenge": "0f1d6b9f1a4b6bf6a3f6d3b2f4a0c2d0c1b7e2a9d8f7e6c5b4a3928170f6e5d4", "maxnumber": 100000, \
        "salt": "9b1d2c3e4f5a6b7c8d9e0f1a?campaign=01936f30-0000-7000-8000-000000000001&expires=1795694400&", "signature": \
        "6f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a3928170"}\
        """)
public record Challenge(String algorithm, String challenge, int maxnumber, String salt, String signature) {}
