package org.tradeassurance.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row; instants are shown in Asia/Shanghai, no text is taken for a formula by who opens it. */
interface Sheet extends Closeable {

    /** What it is written as. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    /** Text, amounts, dates and instants; null is an empty cell. */
    void row(List<? extends @Nullable Object> cells);

    static Sheet of(Format format, OutputStream out, String name) throws IOException {
        return format == Format.CSV ? new Csv(out) : new Xlsx(out, name);
    }

    /** A cell that begins with a sign of a formula begins with an apostrophe: a spreadsheet takes it for the text it is. */
    static String plain(String text) {
        return text.matches("(?s)[\\s\\p{C}]*[=+\\-@＝＋－＠].*|(?s)[\\t\\r\\n].*") ? "'" + text : text;
    }

    private static LocalDateTime local(Instant instant) {
        return instant.atZone(BusinessTime.ZONE).toLocalDateTime();
    }

    /** RFC 4180 in UTF-8, with the mark by which spreadsheets know it. */
    final class Csv implements Sheet {

        private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

        private final Writer out;

        private Csv(OutputStream out) throws IOException {
            this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
            this.out.write('\ufeff');
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) {
            try {
                String separator = "";
                for (Object cell : cells) {
                    out.write(separator);
                    out.write(written(cell));
                    separator = ",";
                }
                out.write("\r\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String written(@Nullable Object cell) {
            if (cell == null) {
                return "";
            }
            if (cell instanceof BigDecimal || cell instanceof LocalDate) {
                return cell.toString();
            }
            return cell instanceof Instant instant
                    ? TIMES.format(local(instant))
                    : "\"" + plain(cell.toString()).replace("\"", "\"\"") + "\"";
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** A workbook of one sheet. Rows go to the file as they come. */
    final class Xlsx implements Sheet {

        private static final int AT_ONCE = 500;
        private static final int WIDTH = 20;
        private static final int LONGEST = 32_767;

        private final Workbook book;
        private final Worksheet sheet;
        private int rows;

        private Xlsx(OutputStream out, String name) {
            this.book = new Workbook(out, "TradeAssurance", null);
            this.sheet = book.newWorksheet(name);
            sheet.freezePane(0, 1);
        }

        @Override
        public void row(List<? extends @Nullable Object> cells) {
            for (int i = 0; i < cells.size(); i++) {
                if (rows == 0) {
                    sheet.width(i, WIDTH);
                }
                write(i, cells.get(i));
            }
            rows++;
            if (rows % AT_ONCE == 0) {
                try {
                    sheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private void write(int column, @Nullable Object cell) {
            if (cell instanceof BigDecimal amount) {
                sheet.value(rows, column, amount);
                sheet.style(rows, column).format("#,##0.00").set();
            } else if (cell instanceof LocalDate date) {
                sheet.value(rows, column, date);
                sheet.style(rows, column).format("yyyy-mm-dd").set();
            } else if (cell instanceof Instant instant) {
                sheet.value(rows, column, local(instant));
                sheet.style(rows, column).format("yyyy-mm-dd hh:mm").set();
            } else if (cell != null) {
                String text = plain(cell.toString());
                sheet.value(rows, column, text.substring(0, Math.min(LONGEST, text.length())));
                if (rows == 0) {
                    sheet.style(rows, column).bold().set();
                }
            }
        }

        @Override
        public void close() throws IOException {
            book.close();
        }
    }
}
