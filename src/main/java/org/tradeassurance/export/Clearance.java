package org.tradeassurance.export;

import java.time.LocalDate;

/**
 * A notification of the export service that goods have passed customs (SHP-02).
 *
 * @param clearedOn date in Asia/Shanghai
 */
record Clearance(String reference, String exportOrderNo, LocalDate clearedOn) {}
