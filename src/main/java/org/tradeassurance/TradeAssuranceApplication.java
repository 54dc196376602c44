package org.tradeassurance;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Trade Assurance Orders: orders from draft to feedback under a supplier's assurance quota. */
@SpringBootApplication
public class TradeAssuranceApplication {

    public static void main(String[] args) {
        // The engine stores instants as the JVM's local time: in UTC no hour comes twice.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        SpringApplication.run(TradeAssuranceApplication.class, args);
    }
}
