"""The networks' shapes: autoencoder, text encoder, UNet, scheduler."""

from diffusers import AutoencoderKL, UNet2DConditionModel

CHANNELS = 48
"""Latent channels."""
WIDTH = 192
"""Width of the text states that the UNet reads."""
LENGTH = 77
"""Tokens in a prompt."""


def make_autoencoder(blocks: tuple[int, ...] = (16, 32, 64, 96)) -> AutoencoderKL:
    """A small AutoencoderKL; one block more doubles its factor (f8 with four)."""
    return AutoencoderKL(
        block_out_channels=blocks,
        latent_channels=CHANNELS,
        layers_per_block=1,
        norm_num_groups=8,
        down_block_types=("DownEncoderBlock2D",) * len(blocks),
        up_block_types=("UpDecoderBlock2D",) * len(blocks),
        mid_block_add_attention=False,
        scaling_factor=1.0,
    )


SCHEDULE = {
    "num_train_timesteps": 1000,
    "beta_start": 1e-4,
    "beta_end": 0.02,
    "beta_schedule": "linear",
    "prediction_type": "v_prediction",
    "clip_sample": False,
    "set_alpha_to_one": False,
    "steps_offset": 1,
    "timestep_spacing": "leading",
}
"""Shared by training and the saved pipeline; signal at the last step is near zero."""


def make_unet(blocks: tuple[int, int] = (96, 128)) -> UNet2DConditionModel:
    """A UNet for 8x8 latents that reads the text at 4x4 going down and at 8x8 going up.

    A text slot tells of 2x2 latent cells. Going up, where each cell has learnt which
    of the four it is, the heads of the attention at 8x8 pick its part of the slot.
    """
    return UNet2DConditionModel(
        sample_size=8,
        in_channels=CHANNELS,
        out_channels=CHANNELS,
        block_out_channels=blocks,
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        mid_block_type=None,
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
        cross_attention_dim=WIDTH,
        attention_head_dim=4,
        norm_num_groups=16,
        addition_embed_type="text",
        addition_embed_type_num_heads=6,
        resnet_time_scale_shift="scale_shift",
    )
