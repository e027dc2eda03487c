package org.centrallobby.lookup.seat;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.constituency.Nation;
import org.centrallobby.lookup.constituency.Region;
import org.jspecify.annotations.Nullable;

/** A constituency that some loaded data refer to. */
@Entity
@Table(name = "constituency")
class ConstituencyRow {
    @Id
    private String code;

    private String name;
    private @Nullable String nameCy;
    private String nation;
    private @Nullable String region;

    @SuppressWarnings("NullAway.Init")
    protected ConstituencyRow() {}

    ConstituencyRow(Constituency constituency) {
        this.code = constituency.code();
        this.name = constituency.name();
        this.nameCy = constituency.nameCy();
        this.nation = constituency.nation().title();
        this.region =
                constituency.region() == null ? null : constituency.region().title();
    }

    Constituency constituency() {
        return new Constituency(code, name, nameCy, Nation.of(nation), region == null ? null : Region.of(region));
    }
}
