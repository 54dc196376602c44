package org.tradeassurance.golden;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What stood in a database when a build left it: the rows of all tables, the engine's and Flyway's own among them, as text that PostgreSQL
 * copies. The tables themselves are made by the migrations of that build, which never change.
 */
record Dump(Path file) {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static final String VERSION = "-- migrated to ";

    /** Neither which machine made the dump nor what callers were answered. */
    private static final String TABLES = """
            select quote_ident(c.table_name) as name,
                   string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as columns
              from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
               and c.table_name not in ('act_ru_meter_log', 'act_ru_task_meter_log', 'idempotency_key')
             group by c.table_name order by c.table_name
            """;

    private static final String SEQUENCES = """
            select format('select setval(%L, %s, true);', sequencename, last_value)
              from pg_sequences where schemaname = 'public' and last_value is not null order by sequencename
            """;

    private static final String VERSIONS = """
            select version from flyway_schema_history where version is not null order by installed_rank desc limit 1
            """;

    static Dump named(String name) {
        return new Dump(FOLDER.resolve(name + ".sql.gz"));
    }

    /** Up to which migration the build had come. */
    String version() {
        try (BufferedReader lines = open()) {
            return lines.readLine().substring(VERSION.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(DataSource source) throws SQLException, IOException {
        Files.createDirectories(FOLDER);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(new Gzip(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            statement.execute("set bytea_output = escape");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            out.write(VERSION + texts(connection, VERSIONS).get(0) + "\n");
            for (Table table : tables(connection)) {
                out.write("copy " + table + " from stdin;\n");
                copy.copyOut(
                        "copy (select " + table.columns() + " from " + table.name() + " order by 1) to stdout", out);
                out.write("\\.\n");
            }
            for (String sequence : texts(connection, SEQUENCES)) {
                out.write(sequence + "\n");
            }
        }
    }

    /** Puts the rows in the place of those that the migrations have made. */
    void restore(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                BufferedReader lines = open()) {
            // Neither foreign keys nor triggers: the rows stood together as they are.
            statement.execute("set session_replication_role = replica");
            for (Table table : tables(connection)) {
                statement.execute("truncate " + table.name() + " cascade");
            }
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("copy ")) {
                    copy.copyIn(line, rows(lines));
                } else {
                    statement.execute(line);
                }
            }
            statement.execute("reset session_replication_role");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot restore " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As small as it can be: the repository keeps it. */
    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private record Table(String name, String columns) {

        @Override
        public String toString() {
            return name + " (" + columns + ")";
        }
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString("name"), rows.getString("columns")));
            }
        }
        return tables;
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** As far as the mark that ends a table. */
    private static Reader rows(BufferedReader lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String row = lines.readLine(); !row.equals("\\."); row = lines.readLine()) {
            rows.append(row).append('\n');
        }
        return new StringReader(rows.toString());
    }

    private BufferedReader open() throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
