package org.centrallobby.letter.osdi;

import java.util.Map;

/**
 * Where the entries of a collection come from, in the order in which they last changed.
 *
 * @param relation what the collection is called, for instance {@code osdi:people}
 * @param columns of each row; the first two are the id and when it changed last
 * @param from the tables and the condition under which rows belong to it, with named parameters
 * @param id the column of the id
 * @param modified the column of the time
 * @param fields what can be filtered by
 */
record Source(
        String relation, String columns, String from, String id, String modified, Map<String, Filter.Field> fields) {}
