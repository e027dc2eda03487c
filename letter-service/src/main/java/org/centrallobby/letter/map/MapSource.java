package org.centrallobby.letter.map;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who says where the constituencies lie. */
public enum MapSource {
    /** The operator has loaded a map. */
    @JsonProperty("loaded")
    LOADED,
    /** None is loaded: nations and regions lie as they do in the country, the seats within one by name. */
    @JsonProperty("own")
    OWN
}
