package org.centrallobby.lookup.split;

/** No list can be made of these files. The message is for the operator and names no postcode. */
final class CannotDerive extends RuntimeException {
    CannotDerive(String message) {
        super(message);
    }

    CannotDerive(String message, Throwable cause) {
        super(message, cause);
    }
}
