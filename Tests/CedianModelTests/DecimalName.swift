import CedianModel

/// Foundation has a type of this name, too.
typealias Decimal = CedianModel.Decimal
