package org.tradeassurance.supplier;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whether the supplier may draft new orders (VIO-07). */
@Schema(name = "SupplierStanding")
public enum Standing {
    ACTIVE,
    SUSPENDED,
    TERMINATED
}
