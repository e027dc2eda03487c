package org.centrallobby.lookup.constituency;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.file.Table;

/** The constituencies of the 2024 boundaries, which ship with the service. */
public final class BoundaryFile {
    private BoundaryFile() {}

    /** All of them, with the codes that some had before. */
    @Produces
    @Singleton
    public static Boundaries read() {
        var constituencies = new ArrayList<Constituency>();
        var aliases = new HashMap<String, String>();
        Table.read(Source.shipped("constituencies-2024.csv"), header -> {
            var code = header.required("code", "code");
            var name = header.required("name", "name");
            var nameCy = header.required("Welsh name", "name_cy");
            var nation = header.required("nation", "nation");
            var region = header.required("region", "region");
            var alias = header.required("earlier code", "alias");
            return row -> {
                var welsh = row.text(nameCy);
                constituencies.add(new Constituency(
                        row.text(code),
                        row.text(name),
                        welsh.isEmpty() ? null : welsh,
                        Nation.of(row.text(nation)),
                        row.text(region).isEmpty() ? null : Region.of(row.text(region))));
                if (!row.text(alias).isEmpty()) {
                    aliases.put(row.text(alias), row.text(code));
                }
            };
        });
        return new Boundaries("2024", constituencies, aliases);
    }
}
